package whence.app.web;

import java.util.List;

/// Drafts that were checked and are still held, the latest first.
public record DraftList(List<Named> drafts) {
  public record Named(String id, String name) {}
}
