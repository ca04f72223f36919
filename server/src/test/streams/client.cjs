// Reads an answer of "Send message" in streaming mode as clients of its two framings do: server-sent
// events by the rules of the HTML standard, or one JSON object per line. Prints each event.
const [url, key, accept, body] = process.argv.slice(2);

function* events(buffer, type) {
  if (type.startsWith("text/event-stream")) {
    for (let end = buffer.text.indexOf("\n\n"); end >= 0; end = buffer.text.indexOf("\n\n")) {
      const block = buffer.text.slice(0, end);
      buffer.text = buffer.text.slice(end + 2);
      const data = block.split("\n").filter((line) => line.startsWith("data:"));
      yield data.map((line) => line.slice(5).replace(/^ /, "")).join("\n");
    }
  } else {
    for (let end = buffer.text.indexOf("\n"); end >= 0; end = buffer.text.indexOf("\n")) {
      yield buffer.text.slice(0, end);
      buffer.text = buffer.text.slice(end + 1);
    }
  }
}

async function main() {
  const headers = { Authorization: "Bearer " + key, "Content-Type": "application/json" };
  const answer = await fetch(url, {
    method: "POST",
    headers: accept === "any" ? headers : { ...headers, Accept: accept },
    body,
  });
  if (answer.status !== 200) {
    throw new Error(answer.status + " " + (await answer.text()));
  }
  const type = answer.headers.get("content-type");
  const decoder = new TextDecoder();
  const buffer = { text: "" };
  for await (const piece of answer.body) {
    buffer.text += decoder.decode(piece, { stream: true });
    for (const event of events(buffer, type)) {
      const { code, message } = JSON.parse(event);
      console.log(code + " " + message);
    }
  }
  if (buffer.text !== "") {
    throw new Error("left over: " + buffer.text);
  }
}

main().catch((defect) => {
  console.error(defect);
  process.exit(1);
});
