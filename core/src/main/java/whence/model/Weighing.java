package whence.model;

import java.util.List;

/// What weighing a whole case gave.
public record Weighing(List<Claim> claims, List<Reuse> reuse, List<Family> families) {
  public Weighing {
    claims = List.copyOf(claims);
    reuse = List.copyOf(reuse);
    families = List.copyOf(families);
  }
}
