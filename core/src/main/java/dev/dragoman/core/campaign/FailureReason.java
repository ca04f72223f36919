package dev.dragoman.core.campaign;

import org.jspecify.annotations.Nullable;

/// Why a campaign did not reach a contact (contract treble §3.3). The names are the wire's; their
/// order is part of the stored format.
public enum FailureReason {
  /// Nothing better is known.
  FAILURE,
  /// The contact talks with a human.
  FAILURE_BY_HUMAN_HANDOVER,
  /// The campaign was cancelled.
  REVOKED,
  /// A number nobody can have.
  INVALID_PHONE,
  /// The channel takes no more at the moment.
  FAILURE_BY_RATE_LIMIT,
  /// More at once than the company wants.
  COMPANY_RATE_LIMIT,
  /// No line can send it.
  FAILURE_BY_TIER_CAPACITY,
  /// A variable of the template has no value.
  MISSING_PARAMETER,
  /// The template has another number of variables.
  PARAMETER_MISMATCH,
  /// The company writes to the contact no more.
  FAILURE_BY_BLOCKED_CONTACT,
  /// The contact wants no more campaigns.
  FAILURE_BY_OPTOUT_CONTACT,
  /// The story is gone, or belongs to another line's bot.
  INVALID_POLL,
  /// The header of the template becomes too long.
  CHARACTER_LIMIT_HEADER,
  /// The body of the template becomes too long.
  CHARACTER_LIMIT_BODY,
  /// The template was disabled.
  FAILURE_BY_DISABLED_HSM,
  /// The line is restricted for spam.
  FAILURE_BY_SPAM_RATE_LIMIT,
  /// The number takes part in an experiment of the channel.
  FAILURE_BY_EXPERIMENT_NUMBER,
  /// The recipient cannot receive.
  FAILURE_BY_UNABLE_TO_CONTACT,
  /// The channel chose not to deliver.
  FAILURE_BY_META_CHOSE_NOT_DELIVER;

  /// What a channel's own error code means.
  public static FailureReason ofChannel(@Nullable String code) {
    return switch (code == null ? "" : code) {
      case "130429", "131056", "80007", "4" -> FAILURE_BY_RATE_LIMIT;
      case "130472" -> FAILURE_BY_EXPERIMENT_NUMBER;
      case "131026" -> FAILURE_BY_UNABLE_TO_CONTACT;
      case "131048", "368" -> FAILURE_BY_SPAM_RATE_LIMIT;
      case "131049" -> FAILURE_BY_META_CHOSE_NOT_DELIVER;
      case "131050" -> FAILURE_BY_OPTOUT_CONTACT;
      case "132000", "132012" -> PARAMETER_MISMATCH;
      case "131008" -> MISSING_PARAMETER;
      case "132005" -> CHARACTER_LIMIT_BODY;
      case "132001", "132007", "132015", "132016" -> FAILURE_BY_DISABLED_HSM;
      default -> FAILURE;
    };
  }
}
