package dev.dragoman.core.pack;

import dev.dragoman.core.campaign.FailureReason;
import dev.dragoman.core.conversation.Deployment;
import dev.dragoman.core.conversation.Event;
import dev.dragoman.core.conversation.Timer.Purpose.DeploymentDue;
import dev.dragoman.core.conversation.Timer.Purpose.Receipt;

/// How what belongs to campaigns and receipts is packed.
final class CampaignForm {
  private static final FailureReason[] REASONS = FailureReason.values();

  private CampaignForm() {}

  static void write(Sink sink, Deployment deployment) {
    sink.text(deployment.campaignId());
    sink.text(deployment.storyId());
    ValueForm.writeMembers(sink, deployment.values());
  }

  static Deployment read(Source source) {
    return new Deployment(source.text(), source.text(), ValueForm.readMembers(source));
  }

  static FailureReason readReason(Source source) {
    return Tags.of(REASONS, source.tag());
  }

  static void write(Sink sink, DeploymentDue due) {
    write(sink, due.deployment());
    sink.text(due.sessionId());
  }

  static DeploymentDue readDue(Source source) {
    return new DeploymentDue(read(source), source.text());
  }

  static void write(Sink sink, Receipt receipt) {
    sink.text(receipt.messageId());
    sink.text(receipt.sent().sessionId());
    sink.text(receipt.sent().stepId());
    sink.number(receipt.sent().atNanos());
    sink.text(receipt.sent().text());
    sink.optionalText(receipt.campaignId());
    sink.bool(receipt.delivered());
    sink.bool(receipt.read());
  }

  static Receipt readReceipt(Source source) {
    return new Receipt(
        source.text(),
        new Receipt.Sent(source.text(), source.text(), source.number(), source.text()),
        source.optionalText(),
        source.bool(),
        source.bool());
  }

  static void write(Sink sink, Event.CampaignFailed failed) {
    sink.tag(44);
    sink.text(failed.campaignId());
    sink.text(failed.sessionId());
    sink.constant(failed.reason());
  }

  static Event.CampaignFailed readFailed(Source source) {
    return new Event.CampaignFailed(source.text(), source.text(), readReason(source));
  }
}
