package io.herald.emulator.control;

import io.herald.emulator.chat.Conversations;
import io.herald.emulator.chat.Files;
import io.herald.emulator.chat.Message;
import io.herald.emulator.chat.StoredFile;
import io.herald.emulator.conversation.RenderMessage;
import io.herald.emulator.conversation.ViewMessage;
import io.herald.emulator.journal.Journal;
import io.herald.emulator.journal.Latencies;
import io.herald.emulator.journal.OutgoingEntry;
import io.herald.emulator.journal.RequestEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Messages, files, and the logs of sends and calls. */
@RestController
@RequestMapping("/control")
final class ReadControl {
  private final Known known;
  private final Conversations conversations;
  private final ViewMessage view;
  private final RenderMessage render;
  private final Journal<OutgoingEntry> outgoing;
  private final Journal<RequestEntry> requests;
  private final Files files;

  ReadControl(
      Known known,
      Conversations conversations,
      ViewMessage view,
      RenderMessage render,
      Journal<OutgoingEntry> outgoing,
      Journal<RequestEntry> requests,
      Files files) {
    this.known = known;
    this.conversations = conversations;
    this.view = view;
    this.render = render;
    this.outgoing = outgoing;
    this.requests = requests;
    this.files = files;
  }

  @GetMapping("/messages")
  List<ObjectNode> messages(
      @RequestParam("chat") long chat,
      @RequestParam(name = "bot", required = false) @Nullable String bot,
      @RequestParam(name = "limit", defaultValue = "100") int limit,
      @RequestParam(name = "before", defaultValue = "2147483647") int before) {
    long botId = chat < 0 ? 0 : known.bot(bot).id();
    return conversations.newest(botId, chat, before, limit).stream().map(view::view).toList();
  }

  @GetMapping("/outgoing")
  ObjectNode outgoing(
      @RequestParam(name = "since", defaultValue = "0") long since,
      @RequestParam(name = "limit", defaultValue = "1000") int limit,
      @RequestParam(name = "bot", required = false) @Nullable String bot,
      @RequestParam(name = "chat", required = false) @Nullable Long chat) {
    Long botId = known.botId(bot);
    long last = outgoing.lastSeq();
    List<OutgoingEntry> found =
        outgoing.since(
            since,
            limit,
            entry ->
                (botId == null || botId == entry.bot())
                    && (chat == null || chat == entry.message().chat()));
    long newest = found.isEmpty() ? since : found.getLast().seq();
    ObjectNode page = page(next(found.size() == limit, newest, last), outgoing.oldestSeq());
    ArrayNode items = page.putArray("items");
    found.forEach(entry -> items.add(item(entry)));
    return page;
  }

  /**
   * Where to go on: behind a full page, else behind all there was; more may have come meanwhile.
   */
  private static long next(boolean full, long newest, long last) {
    return full ? newest : Math.max(newest, last);
  }

  static ObjectNode page(long next, long oldest) {
    return JsonNodeFactory.instance.objectNode().put("next", next).put("oldest", oldest);
  }

  private ObjectNode item(OutgoingEntry entry) {
    Message message = entry.message();
    ObjectNode item = JsonNodeFactory.instance.objectNode();
    item.put("seq", entry.seq()).put("bot", entry.bot()).put("chat", message.chat());
    item.put("message_id", message.id()).put("method", entry.method());
    item.put("text", message.content().text());
    item.set("entities", render.entities(message.content().entities()));
    item.set("reply_markup", message.markup());
    item.put("reply_to_message_id", message.replyTo() == 0 ? null : (Integer) message.replyTo());
    item.put("at_ms", entry.atMs()).put("sent_ms", message.sentMs());
    return item.put("edits", message.edits());
  }

  @GetMapping("/requests")
  ObjectNode requests(
      @RequestParam(name = "since", defaultValue = "0") long since,
      @RequestParam(name = "limit", defaultValue = "1000") int limit,
      @RequestParam(name = "bot", required = false) @Nullable String bot,
      @RequestParam(name = "method", required = false) @Nullable String method) {
    Long botId = known.botId(bot);
    long last = requests.lastSeq();
    List<RequestEntry> found =
        requests.since(
            since,
            limit,
            entry ->
                (botId == null || botId == entry.bot())
                    && (method == null || method.equalsIgnoreCase(entry.method())));
    long newest = found.isEmpty() ? since : found.getLast().seq();
    ObjectNode page = page(next(found.size() == limit, newest, last), requests.oldestSeq());
    ArrayNode items = page.putArray("items");
    found.forEach(entry -> items.add(item(entry)));
    return page;
  }

  private static ObjectNode item(RequestEntry entry) {
    ObjectNode item = JsonNodeFactory.instance.objectNode();
    item.put("seq", entry.seq()).put("at_ms", entry.atMs()).put("bot", entry.bot());
    item.put("method", entry.method()).put("chat", entry.chat()).put("status", entry.status());
    item.put("description", entry.description()).put("duration_us", entry.durationMicros());
    return item.put("traceparent", entry.traceparent()).put("fault", entry.fault());
  }

  @GetMapping("/files/{id}")
  ResponseEntity<byte[]> file(@PathVariable("id") String id) {
    StoredFile file = files.byId(id);
    if (file == null) {
      throw new UnknownThing("the file is unknown, or too old");
    }
    MediaType type = file.width() > 0 ? MediaType.IMAGE_PNG : MediaType.APPLICATION_OCTET_STREAM;
    return ResponseEntity.ok()
        .contentType(type)
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .header("Content-Disposition", file.width() > 0 ? "inline" : "attachment")
        .header("Cache-Control", "private, max-age=3600")
        .body(file.bytes());
  }

  static ObjectNode view(Latencies.Summary summary) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("count", summary.count())
        .put("p50", summary.p50())
        .put("p90", summary.p90())
        .put("p99", summary.p99())
        .put("max", summary.max());
  }
}
