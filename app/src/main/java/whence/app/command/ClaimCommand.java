package whence.app.command;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import whence.app.decide.Deciding;
import whence.app.print.Terminal;
import whence.guard.View;
import whence.model.Claim;
import whence.model.Relation;
import whence.store.CaseStore;

@Command(
    name = "claim",
    synopsisSubcommandLabel = "(merge | split | grade | reject | relate)",
    description = {
      "Decides on claims: that two are one, that one is two, how credible one is, that it is none, "
          + "or how one stands to another.",
      "Every decision goes to the journal with who, when and why, and holds on to the statements "
          + "the claim is made of; whence decisions lists all, whence undo takes one back."
    },
    footer = {
      "",
      "Examples:",
      "  whence claim merge c1f09a02 c77b3e10 --by \"A. Chen\" --why \"the same payment\"",
      "  whence help claim split          the page of one of them"
    })
final class ClaimCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init")
  CommandSpec spec;

  static CommandLine commandLine(Surroundings surroundings, Parts parts) {
    return new CommandLine(new ClaimCommand())
        .addSubcommand(new Merge(surroundings, parts))
        .addSubcommand(new Split(surroundings, parts))
        .addSubcommand(new Grade(surroundings, parts))
        .addSubcommand(new Reject(surroundings, parts))
        .addSubcommand(new Relate(surroundings, parts));
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "say what to do: merge, split, grade, reject or relate");
  }

  /// A decision on claims; shows how they stand afterwards.
  abstract static class OnClaims extends DecidingCommand {
    private final List<String> touched = new ArrayList<>();

    OnClaims(Surroundings surroundings, Parts parts) {
      super(surroundings, parts);
    }

    final Claim claim(CaseStore store, View view, String id) {
      Claim claim = claim(weighing(store, view), id);
      touched.addAll(claim.statements());
      return claim;
    }

    @Override
    final void show(CaseStore store, View view, Terminal screen, long number) {
      show(store, view, screen, touched);
    }
  }

  @Command(
      name = "merge",
      description = {
        "Says that claims are one: what they say is the same. Statements that later come to either "
            + "come to both."
      },
      footer = {
        "",
        "Example:",
        "  whence claim merge c1f09a02 c77b3e10 --by \"A. Chen\" --why \"the same payment\""
      })
  static final class Merge extends OnClaims {
    @Parameters(paramLabel = "CLAIM", arity = "2..*", description = "Their ids.")
    @SuppressWarnings("NullAway.Init")
    List<String> claims;

    Merge(Surroundings surroundings, Parts parts) {
      super(surroundings, parts);
    }

    @Override
    long decide(CaseStore store, View view, Deciding deciding) {
      Set<Claim> merged = new LinkedHashSet<>();
      claims.forEach(id -> merged.add(claim(store, view, id)));
      if (merged.size() < 2) {
        throw new UsageException("merge takes two claims or more; these ids name one");
      }
      return deciding.merge(List.copyOf(merged));
    }
  }

  @Command(
      name = "split",
      description = {
        "Takes statements out of a claim: they say something else than the rest of it. Together they "
            + "make a claim of their own, or join another that says the same."
      },
      footer = {
        "",
        "Example:",
        "  whence claim split c1f09a02 3f9a02c1 90b2c3aa --by \"A. Chen\" --why \"another year\""
      })
  static final class Split extends OnClaims {
    @Parameters(index = "0", paramLabel = "CLAIM", description = "Its id.")
    @SuppressWarnings("NullAway.Init")
    String claim;

    @Parameters(
        index = "1..*",
        paramLabel = "STATEMENT",
        arity = "1..*",
        description = "Those to take out.")
    @SuppressWarnings("NullAway.Init")
    List<String> statements;

    Split(Surroundings surroundings, Parts parts) {
      super(surroundings, parts);
    }

    @Override
    long decide(CaseStore store, View view, Deciding deciding) {
      Claim split = claim(store, view, claim);
      Set<String> out = new LinkedHashSet<>();
      for (String statement : statements) {
        List<String> named =
            split.statements().stream().filter(id -> id.startsWith(statement)).toList();
        if (named.isEmpty()) {
          throw new UsageException(
              statement + ": no statement of " + split.id() + "; whence show lists them");
        }
        if (named.size() > 1) {
          throw Statements.ambiguous(statement, named);
        }
        out.add(named.getFirst());
      }
      if (out.size() == split.statements().size()) {
        throw new UsageException(
            "these are all the statements of " + split.id() + "; leave one of them in");
      }
      return deciding.split(split, out);
    }
  }

  @Command(
      name = "grade",
      description = {
        "Grades a claim's credibility on the Admiralty scale, as a person's judgement in place of "
            + "what the rules give; that is still told beside it.",
        "1 confirmed by other sources, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable, "
            + "6 cannot be judged."
      },
      footer = {
        "",
        "Example:",
        "  whence claim grade c1f09a02 2 --by \"A. Chen\" --why \"saw the bank statement\""
      })
  static final class Grade extends OnClaims {
    @Parameters(index = "0", paramLabel = "CLAIM", description = "Its id.")
    @SuppressWarnings("NullAway.Init")
    String claim;

    @Parameters(index = "1", paramLabel = "GRADE", description = "1 to 6.")
    int grade;

    Grade(Surroundings surroundings, Parts parts) {
      super(surroundings, parts);
    }

    @Override
    long decide(CaseStore store, View view, Deciding deciding) {
      if (grade < 1 || grade > 6) {
        throw new UsageException(grade + ": credibility is graded from 1 to 6");
      }
      return deciding.grade(claim(store, view, claim), grade);
    }
  }

  @Command(
      name = "reject",
      description = {
        "Says that a claim is none the inquiry should carry: a scrap, a figure of speech. It is kept "
            + "and listed as rejected, and the report leaves it out."
      },
      footer = {
        "",
        "Example:",
        "  whence claim reject c1f09a02 --by \"A. Chen\" --why \"a greeting\""
      })
  static final class Reject extends OnClaims {
    @Parameters(paramLabel = "CLAIM", description = "Its id.")
    @SuppressWarnings("NullAway.Init")
    String claim;

    Reject(Surroundings surroundings, Parts parts) {
      super(surroundings, parts);
    }

    @Override
    long decide(CaseStore store, View view, Deciding deciding) {
      return deciding.reject(claim(store, view, claim));
    }
  }

  @Command(
      name = "relate",
      description = {
        "Says how a claim stands to another: contradicts (both cannot be true), supports (if the one "
            + "is true, the other is likelier), or unrelated (however alike they are put)."
      },
      footer = {
        "",
        "Example:",
        "  whence claim relate c1f09a02 contradicts c77b3e10 --by \"A. Chen\" \\",
        "      --why \"he cannot have been in both towns\""
      })
  static final class Relate extends OnClaims {
    @Parameters(index = "0", paramLabel = "CLAIM", description = "Its id.")
    @SuppressWarnings("NullAway.Init")
    String claim;

    @Parameters(
        index = "1",
        paramLabel = "RELATION",
        description = "contradicts, supports or unrelated.")
    @SuppressWarnings("NullAway.Init")
    String relation;

    @Parameters(index = "2", paramLabel = "OTHER", description = "The other claim's id.")
    @SuppressWarnings("NullAway.Init")
    String other;

    Relate(Surroundings surroundings, Parts parts) {
      super(surroundings, parts);
    }

    @Override
    long decide(CaseStore store, View view, Deciding deciding) {
      Relation how =
          switch (relation.strip().toLowerCase(Locale.ROOT)) {
            case "contradicts" -> Relation.CONTRADICTS;
            case "supports" -> Relation.SUPPORTS;
            case "unrelated" -> Relation.UNRELATED;
            default ->
                throw new UsageException(
                    relation + ": a claim contradicts or supports another, or is unrelated");
          };
      Claim one = claim(store, view, claim);
      Claim to = claim(store, view, other);
      if (one.id().equals(to.id())) {
        throw new UsageException("these ids name one claim; it cannot stand to itself");
      }
      return deciding.relate(one, to, how);
    }
  }
}
