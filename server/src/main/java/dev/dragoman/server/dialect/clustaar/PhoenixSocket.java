package dev.dragoman.server.dialect.clustaar;

import dev.dragoman.core.conversation.Conversation;
import dev.dragoman.core.model.Ids;
import dev.dragoman.core.model.Value;
import dev.dragoman.server.flow.Directory;
import dev.dragoman.server.http.SocketRoute;
import dev.dragoman.server.http.Wire;
import dev.dragoman.server.people.Credential;
import dev.dragoman.server.store.Conversations;
import dev.dragoman.server.store.Legs;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// One socket of a Phoenix client: joins and leaves topics, beats its heart, passes replies on
/// (contract clustaar §8). Heard by one thread.
final class PhoenixSocket implements SocketRoute.SocketListener {
  private static final String TOPIC = "interlocutor:";
  private static final int MOST_TOPICS = 8;
  private static final int NOT_A_MESSAGE = 1007;
  private static final int REFUSED = 1008;

  private final Shared shared;
  private final PhoenixMessage.Serializer serializer;
  private final Wire wire;
  private final Map<String, SocketChannel> joined = new HashMap<>();

  /// What all sockets share.
  record Shared(
      Sockets sockets,
      SocketTokens tokens,
      Directory directory,
      Conversations conversations,
      Legs legs,
      SocketReply reply) {
    SocketRoute.SocketListener open(SocketRoute.Query asked, Wire wire) {
      Optional<PhoenixMessage.Serializer> serializer =
          PhoenixMessage.Serializer.of(asked.get("vsn").orElse(""));
      if (serializer.isEmpty()) {
        wire.close(REFUSED, "vsn must be 1.0.0 or 2.0.0");
      }
      return new PhoenixSocket(this, serializer.orElse(PhoenixMessage.Serializer.ARRAYS), wire);
    }
  }

  private PhoenixSocket(Shared shared, PhoenixMessage.Serializer serializer, Wire wire) {
    this.shared = shared;
    this.serializer = serializer;
    this.wire = wire;
  }

  @Override
  public void text(String frame) {
    Optional<PhoenixMessage> message = serializer.read(frame);
    if (message.isEmpty()) {
      wire.close(NOT_A_MESSAGE, "not a message of a channel");
      return;
    }
    hear(message.get());
  }

  private void hear(PhoenixMessage message) {
    SocketChannel channel = joined.get(message.topic());
    switch (message.event()) {
      case "phx_join" -> join(message);
      case "heartbeat" -> tell(beaten(message));
      case String _ when channel == null -> tell(message.refused("unmatched topic"));
      case "phx_leave" -> leave(message, channel);
      case "interlocutor_reply" -> channel.reply(message);
      case String _ -> tell(message.refused("unmatched event"));
    }
  }

  private static PhoenixMessage beaten(PhoenixMessage message) {
    return message.topic().equals("phoenix")
        ? message.answered("ok", Value.Obj.EMPTY)
        : message.refused("unmatched topic");
  }

  private void tell(PhoenixMessage message) {
    wire.send(serializer.write(message));
  }

  private void leave(PhoenixMessage message, SocketChannel channel) {
    tell(message.answered("ok", Value.Obj.EMPTY));
    drop(channel, message.topic());
  }

  private void drop(SocketChannel channel, String topic) {
    joined.remove(topic);
    shared.sockets().leave(channel);
    channel.close();
  }

  private void join(PhoenixMessage message) {
    if (!message.topic().startsWith(TOPIC)) {
      tell(message.refused("unmatched topic"));
      return;
    }
    SocketChannel before = joined.get(message.topic());
    if (before != null) {
      drop(before, message.topic());
    }
    Optional<SocketChannel.Member> member =
        member(message.topic().substring(TOPIC.length()), message.payload());
    if (member.isEmpty()) {
      tell(message.refused("unauthorized"));
    } else if (joined.size() >= MOST_TOPICS) {
      tell(message.refused("too many topics"));
    } else {
      join(message, member.get());
    }
  }

  /// The token, the bot and the interlocutor have to belong together; whatever does not fit, and
  /// whatever does not exist, is answered alike.
  private Optional<SocketChannel.Member> member(String id, Value.Obj params) {
    String token = params.text("socketToken");
    if (token == null || !Ids.isObjectId(id)) {
      return Optional.empty();
    }
    Optional<Credential> found = shared.tokens().find(new InterlocutorToken(token, id));
    return found.flatMap(
        credential ->
            shared
                .directory()
                .address(credential.workspace(), id)
                .filter(address -> address.botId().equals(params.text("bot_id")))
                .map(address -> new SocketChannel.Member(credential.workspace(), address)));
  }

  private void join(PhoenixMessage message, SocketChannel.Member member) {
    Conversation state =
        shared.conversations().state(member.workspace(), member.address().conversationId());
    if (state == null) {
      tell(message.refused("unauthorized"));
      return;
    }
    SocketChannel channel =
        new SocketChannel(
            message,
            member,
            state,
            new SocketChannel.Ports(
                shared.reply(), shared.legs(), shared.sockets().threads(), this::tell, wire::fail));
    if (shared.sockets().join(channel)) {
      joined.put(message.topic(), channel);
      tell(message.answered("ok", Value.Obj.of("control", Value.of(Pushes.control(state)))));
      channel.start();
    } else {
      tell(message.refused("too many sockets"));
    }
  }

  @Override
  public void closed() {
    joined.values().forEach(shared.sockets()::leave);
    joined.values().forEach(SocketChannel::leave);
  }
}
