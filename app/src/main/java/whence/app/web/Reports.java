package whence.app.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.app.draft.Draft;
import whence.ask.Inquiry;
import whence.model.Claim;

/// The reports there are.
///
/// @param claim to be added to one of them, null for none
/// @param question likewise
public record Reports(
    List<Draft> all, @Nullable Claim claim, Inquiry.@Nullable Question question) {}
