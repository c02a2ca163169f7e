package io.herald.gateway.post;

import io.herald.model.notification.NotificationRequested;
import io.herald.model.schedule.Post;
import io.herald.runtime.access.Caller;
import io.herald.runtime.contract.InvalidNotification;
import io.herald.runtime.contract.ReadNotification;
import io.herald.runtime.contract.Violation;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a post from a request's document, and names all that is wrong with it. Its content is held
 * to the same rules as a notification's.
 */
final class ReadPost {

  /** The latest that anything can be published. */
  static final Duration FARTHEST = Duration.ofDays(5 * 366);

  // An upload is kept for a week; the rest is for trying again while Telegram is away.
  private static final Duration BLOBS_LAST = Duration.ofDays(6);
  // Clocks differ, and requests take their time.
  private static final Duration JUST_NOW = Duration.ofMinutes(1);
  private static final int LONGEST_TITLE = 256;
  private static final Set<String> CONTENT =
      Set.of("text", "format", "photo", "document", "buttons", "silent", "protect", "thread");
  private static final Set<String> OWN = Set.of("target", "title", "at", "owner");

  private final ReadNotification contract;
  private final InstantSource clock;

  ReadPost(ReadNotification contract, InstantSource clock) {
    this.contract = contract;
    this.clock = clock;
  }

  /**
   * @throws InvalidNotification naming all that is wrong
   */
  Draft read(JsonNode sent) {
    if (!(sent instanceof ObjectNode post)) {
      throw new InvalidNotification(List.of(new Violation("", "must be an object")));
    }
    List<Violation> wrong = new ArrayList<>();
    post.propertyNames().stream()
        .filter(name -> !CONTENT.contains(name) && !OWN.contains(name))
        .forEach(name -> wrong.add(new Violation('/' + name, "is not known here")));
    Instant at = time(post, wrong);
    String title = text(post, "title", wrong);
    String owner = text(post, "owner", wrong);
    if (title != null && title.length() > LONGEST_TITLE) {
      wrong.add(new Violation("/title", "must be at most " + LONGEST_TITLE + " characters"));
    }
    if (owner != null && !Caller.isUser(owner)) {
      wrong.add(new Violation("/owner", "must be 1 to 128 visible characters without a space"));
    }
    Post content = content(post, wrong);
    if (!wrong.isEmpty() || content == null) {
      throw new InvalidNotification(wrong);
    }
    return new Draft(content, title == null ? "" : title, at, owner);
  }

  private static @Nullable String text(ObjectNode post, String name, List<Violation> wrong) {
    JsonNode value = post.get(name);
    if (value == null) {
      return null;
    }
    if (!value.isString()) {
      wrong.add(new Violation('/' + name, "must be a string"));
      return null;
    }
    return value.stringValue();
  }

  private @Nullable Instant time(ObjectNode post, List<Violation> wrong) {
    String written = text(post, "at", wrong);
    if (written == null) {
      return null;
    }
    try {
      Instant at = Instant.parse(written);
      problem(post, at, clock.instant(), wrong);
      return at;
    } catch (DateTimeException e) {
      wrong.add(new Violation("/at", "must be a time such as 2026-12-24T18:00:00+01:00"));
      return null;
    }
  }

  private static void problem(ObjectNode post, Instant at, Instant now, List<Violation> wrong) {
    if (at.isBefore(now.minus(JUST_NOW))) {
      wrong.add(new Violation("/at", "has passed already; leave it out to publish now"));
    }
    if (at.isAfter(now.plus(FARTHEST))) {
      wrong.add(new Violation("/at", "is more than five years away"));
    }
    if (at.isAfter(now.plus(BLOBS_LAST))) {
      List.of("photo", "document").stream()
          .filter(name -> post.path(name).has("blob"))
          .map(name -> '/' + name + "/blob")
          .forEach(path ->
              wrong.add(
                  new Violation(
                      path, "is kept for a week: give a url where at is more than 6 days away")));
    }
  }

  /** Null when something is wrong with it. */
  private @Nullable Post content(ObjectNode post, List<Violation> wrong) {
    if (!post.has("target")) {
      wrong.add(new Violation("/target", "is required"));
    }
    try {
      return post(contract.read(asNotification(post)));
    } catch (InvalidNotification e) {
      e.violations().stream()
          .filter(it -> !it.path().startsWith("/to") || post.has("target"))
          .map(ReadPost::ofPost)
          .forEach(wrong::add);
      return null;
    }
  }

  private static ObjectNode asNotification(ObjectNode post) {
    ObjectNode notification = JsonNodeFactory.instance.objectNode();
    notification.put("id", "post");
    if (post.has("target")) {
      notification.putObject("to").set("chat", post.get("target"));
    }
    CONTENT.stream().filter(post::has).forEach(name -> notification.set(name, post.get(name)));
    return notification;
  }

  private static Violation ofPost(Violation violation) {
    return violation.path().startsWith("/to")
        ? new Violation("/target", violation.problem())
        : violation;
  }

  private static Post post(NotificationRequested read) {
    return new Post(
        String.valueOf(read.to().getFirst().chat()),
        read.thread(),
        read.text(),
        read.format(),
        read.photo(),
        read.document(),
        read.buttons(),
        read.silent(),
        read.protect());
  }
}
