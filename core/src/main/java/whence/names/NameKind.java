package whence.names;

import java.util.Locale;

/// What bears a name.
public enum NameKind {
  PERSON,
  ORGANIZATION,
  /// A ship, an aeroplane, a building.
  THING,
  /// A person or an organization, nobody says which.
  EITHER;

  /// The kind that a schema of FollowTheMoney (followthemoney.tech, as OpenSanctions uses it)
  /// stands for; [#EITHER] for one that is not known.
  public static NameKind of(String schema) {
    return switch (schema.strip().toLowerCase(Locale.ROOT)) {
      case "person" -> PERSON;
      case "organization", "organisation", "company", "publicbody" -> ORGANIZATION;
      case "vessel", "airplane", "vehicle", "asset", "realestate", "security", "cryptowallet" ->
          THING;
      default -> EITHER;
    };
  }
}
