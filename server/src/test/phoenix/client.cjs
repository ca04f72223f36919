// The official client of Phoenix channels against the websocket twin: joins, talks, is refused,
// leaves, and comes back after its socket was cut. Prints one JSON line for each thing it saw.
const { Socket } = require("phoenix");
const WebSocket = require("ws");

const [url, bot, token, interlocutor, socketToken] = process.argv.slice(2);
const seen = (what, value) => console.log(JSON.stringify([what, value]));
const open = () => {
  const socket = new Socket(url.replace(/^http/, "ws") + "/clustaar/socket", {
    transport: WebSocket,
    heartbeatIntervalMs: 200,
    reconnectAfterMs: () => 50,
  });
  socket.onError((error) => seen("socket error", String(error.message || error.type || error)));
  socket.connect();
  return socket;
};
const answered = (push, timeout = 10000) =>
  new Promise((resolve) =>
    push
      .receive("ok", (response) => resolve(["ok", response]))
      .receive("error", (response) => resolve(["error", response]))
      .receive("timeout", () => resolve(["timeout", null])),
  );
const once = (channel, event) =>
  new Promise((resolve) => {
    const ref = channel.on(event, (payload) => {
      channel.off(event, ref);
      resolve(payload);
    });
  });
const say = (channel, message) =>
  channel.push("interlocutor_reply", {
    token,
    params: { debug: 0, display: true, channel: "clustaar_web_chat" },
    body: { type: "text", message },
  });

async function main() {
  const socket = open();
  const params = { bot_id: bot, socketToken };
  const wrong = socket.channel("interlocutor:" + interlocutor, { bot_id: bot, socketToken: "no" });
  seen("join with a wrong token", await answered(wrong.join()));
  wrong.leave();

  const channel = socket.channel("interlocutor:" + interlocutor, params);
  seen("join", await answered(channel.join()));
  const reply = once(channel, "bot_reply");
  seen("said", (await answered(say(channel, "hello")))[0]);
  seen("bot_reply", await reply);

  // Beats its heart for a while: the client closes a socket whose heartbeat is not answered.
  await new Promise((resolve) => setTimeout(resolve, 700));
  seen("connected", socket.isConnected());

  const rejoined = new Promise((resolve) => channel.joinPush.receive("ok", resolve));
  socket.conn.terminate();
  await rejoined;
  const again = once(channel, "bot_reply");
  seen("said again", (await answered(say(channel, "hi")))[0]);
  seen("bot_reply again", (await again).status);
  seen("leave", await answered(channel.leave()));
  socket.disconnect(() => process.exit(0));
}

main().catch((defect) => {
  console.error(defect);
  process.exit(1);
});
