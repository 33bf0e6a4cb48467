package whence.app.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.model.Anchor;
import whence.model.Sha256;

/// A draft as JSON.
final class DraftFile {
  private static final JsonMapper JSON = new JsonMapper();

  private DraftFile() {}

  static byte[] write(Draft draft) {
    ObjectNode root = JSON.createObjectNode();
    root.put("format", 1)
        .put("name", draft.name())
        .put("title", draft.title())
        .put("revision", draft.revision())
        .put("next", draft.next())
        .put("by", draft.by())
        .put("what", draft.what());
    ArrayNode items = root.putArray("items");
    for (Item item : draft.items()) {
      ObjectNode node = items.addObject().put("id", item.id()).put("revision", item.revision());
      switch (item) {
        case Item.OfClaim it ->
            citations(node.put("kind", "claim").put("text", it.text()), it.citations());
        case Item.OfQuestion it ->
            node.put("kind", "question").put("question", it.question()).put("text", it.text());
        case Item.Heading it -> node.put("kind", "heading").put("text", it.text());
        case Item.Written it ->
            citations(node.put("kind", "written").put("text", it.text()), it.citations());
      }
    }
    try {
      return JSON.writeValueAsBytes(root);
    } catch (IOException e) {
      throw new IllegalStateException("a tree in memory can be written", e);
    }
  }

  private static void citations(ObjectNode item, List<Citation> citations) {
    ArrayNode all = item.putArray("citations");
    for (Citation citation : citations) {
      Anchor anchor = citation.anchor();
      all.addObject()
          .put("number", citation.number())
          .put("statement", citation.statement())
          .put("document", anchor.document().hex())
          .put("textHash", anchor.textHash().hex())
          .put("start", anchor.start())
          .put("end", anchor.end())
          .put("quote", anchor.quote())
          .put("before", anchor.before())
          .put("after", anchor.after())
          .put("role", anchor.role())
          .put("cue", anchor.cue());
    }
  }

  /// @throws IOException if these bytes are no draft
  static Draft read(byte[] bytes) throws IOException {
    JsonNode root = JSON.readTree(bytes);
    if (root == null || root.path("format").asInt() != 1) {
      throw new IOException("no report that this program knows");
    }
    List<Item> items = new ArrayList<>();
    for (JsonNode node : root.path("items")) {
      items.add(item(node));
    }
    return new Draft(
        text(node(root, "name")),
        text(node(root, "title")),
        root.path("revision").asLong(),
        root.path("next").asInt(),
        text(node(root, "by")),
        text(node(root, "what")),
        items);
  }

  private static Item item(JsonNode node) throws IOException {
    int id = node.path("id").asInt();
    long revision = node.path("revision").asLong();
    String text = text(node(node, "text"));
    return switch (text(node(node, "kind"))) {
      case "claim" -> new Item.OfClaim(id, revision, text, citations(node));
      case "question" -> new Item.OfQuestion(id, revision, text(node(node, "question")), text);
      case "heading" -> new Item.Heading(id, revision, text);
      case "written" -> new Item.Written(id, revision, text, citations(node));
      default -> throw new IOException("item " + id + " is of no known kind");
    };
  }

  private static List<Citation> citations(JsonNode item) throws IOException {
    List<Citation> citations = new ArrayList<>();
    for (JsonNode node : item.path("citations")) {
      citations.add(
          new Citation(
              node.path("number").asInt(),
              orNull(node, "statement"),
              new Anchor(
                  new Sha256(text(node(node, "document"))),
                  new Sha256(text(node(node, "textHash"))),
                  node.path("start").asInt(),
                  node.path("end").asInt(),
                  text(node(node, "quote")),
                  text(node(node, "before")),
                  text(node(node, "after")),
                  orNull(node, "role"),
                  orNull(node, "cue"))));
    }
    return citations;
  }

  private static JsonNode node(JsonNode parent, String name) throws IOException {
    JsonNode node = parent.get(name);
    if (node == null || !node.isTextual()) {
      throw new IOException("“" + name + "” is missing");
    }
    return node;
  }

  private static String text(JsonNode node) {
    return node.asText();
  }

  private static @Nullable String orNull(JsonNode parent, String name) {
    JsonNode node = parent.get(name);
    return node == null || node.isNull() ? null : node.asText();
  }
}
