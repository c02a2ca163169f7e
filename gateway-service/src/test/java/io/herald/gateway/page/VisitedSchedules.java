package io.herald.gateway.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.herald.backends.Backends;
import io.herald.gateway.RunningGateway;
import io.herald.gateway.login.FakeProvider;
import io.herald.gateway.login.Visitor;
import io.herald.gateway.schedule.KeptSchedules;
import io.herald.local.process.Ports;
import io.herald.model.json.Json;
import io.herald.model.notification.NotificationRequested;
import io.herald.model.schedule.Notify;
import io.herald.model.schedule.Owner;
import io.herald.model.schedule.Payload;
import io.herald.model.schedule.Schedule;
import io.herald.model.schedule.Timing;
import io.herald.runtime.schedule.Schedules;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** A gateway whose pages about schedules Ann visits, and what she fills in there. */
final class VisitedSchedules implements AutoCloseable {

  static final String ANN = "ann@example.com";

  private final int port = Ports.free();
  private final FakeProvider provider = FakeProvider.start();
  private final RunningGateway gateway =
      RunningGateway.start(Backends.kafka(), Backends.redis(), provider.settings(port));
  private final KeptSchedules kept = KeptSchedules.of(gateway);
  private final Visitor ann = new Visitor(port).logIn();

  /** Starts it, and waits until it can tell what it is asked. */
  static VisitedSchedules start() {
    var pages = new VisitedSchedules();
    // The index of accounts has to be complete before anybody is told anything.
    await().until(() -> pages.ann.get("/").body().contains("data-state=\"NOT_LINKED\""));
    return pages;
  }

  RunningGateway gateway() {
    return gateway;
  }

  Visitor ann() {
    return ann;
  }

  /** Somebody else, who looks after everybody's. */
  Visitor admin() {
    provider.signIn("ops@example.com", "admin");
    Visitor ops = new Visitor(port).logIn();
    provider.signIn(ANN);
    return ops;
  }

  /** Ann makes one; the address of its page. */
  String make(Map<String, String> form) {
    HttpResponse<String> made = ann.submit("/schedules", form);
    assertThat(made.statusCode()).as(made.body()).isEqualTo(204);
    return made.headers().firstValue("HX-Redirect").orElseThrow();
  }

  void save(String id, Owner owner, Timing timing, Payload payload) {
    save(Schedule.of(id, owner, "", timing, payload, Instant.now()));
  }

  void save(Schedule schedule) {
    gateway.part(Schedules.class).save(schedule).block();
  }

  Schedule find(String id) {
    return gateway.part(Schedules.class).find(id).block();
  }

  @Override
  public void close() {
    kept.close();
    gateway.close();
    provider.close();
  }

  static Notify message(String to) {
    String json = "{\"id\":\"-\",\"to\":" + to + ",\"text\":\"Tea\"}";
    return new Notify(Json.read(json.getBytes(UTF_8), NotificationRequested.class));
  }

  /** A form that could be sent, but for that field. */
  static Map<String, String> form(String field, String value) {
    Map<String, String> form =
        new HashMap<>(
            Map.of(
                "title", "",
                "text", "Tea <b>time</b>",
                "how", "cron",
                "cron", "0 9 * * MON-FRI",
                "count", "15",
                "unit", "M",
                "at", "",
                "zone", "UTC"));
    form.put(field, value);
    return form;
  }
}
