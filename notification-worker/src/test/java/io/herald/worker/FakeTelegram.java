package io.herald.worker;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Telegram's edge: takes every message, unless the test has given other answers for its chat. */
final class FakeTelegram {

  /** A message as it arrived. */
  record Call(String method, String chat, String text, long nanos) {}

  /** What is answered instead; no body means that the connection is cut. */
  record Answer(int status, String body) {}

  static final Answer CUT = new Answer(0, "");

  private static final String SENT = "{\"ok\":true,\"result\":{\"message_id\":7,\"date\":1}}";

  private final Map<String, Queue<Answer>> answers = new ConcurrentHashMap<>();
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final List<String> uploads = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  FakeTelegram() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] request = exchange.getRequestBody().readAllBytes();
      if (request.length > 0 && request[0] != '{') {
        uploads.add(new String(request, ISO_8859_1));
        answer(exchange, new Answer(200, SENT));
        return;
      }
      JsonNode body = JsonMapper.shared().readTree(request);
      String path = exchange.getRequestURI().getPath();
      String chat = body.path("chat_id").asString("");
      calls.add(
          new Call(
              path.substring(path.lastIndexOf('/') + 1),
              chat,
              body.path("text").asString(""),
              System.nanoTime()));
      answer(exchange, next(chat));
    }
  }

  private static void answer(HttpExchange exchange, Answer answer) throws IOException {
    if (answer != CUT) {
      byte[] bytes = answer.body().getBytes(UTF_8);
      exchange.sendResponseHeaders(answer.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private Answer next(String chat) {
    Answer answer = answers.getOrDefault(chat, new ConcurrentLinkedQueue<>()).poll();
    return answer == null ? new Answer(200, SENT) : answer;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Answers the next calls for that chat. */
  void answer(String chat, Answer... next) {
    answers.put(chat, new ConcurrentLinkedQueue<>(List.of(next)));
  }

  static Answer refusal(int code, String description, String parameters) {
    return new Answer(
        code,
        "{\"ok\":false,\"error_code\":%d,\"description\":\"%s\",\"parameters\":%s}"
            .formatted(code, description, parameters));
  }

  /** The calls for that chat so far. */
  List<Call> calls(String chat) {
    return calls.stream().filter(call -> call.chat().equals(chat)).toList();
  }

  /** The requests with files so far, byte by byte. */
  List<String> uploads() {
    return uploads;
  }

  void stop() {
    server.stop(0);
  }
}
