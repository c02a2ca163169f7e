package io.herald.emulator.control;

import io.herald.emulator.chat.Directory;
import io.herald.emulator.chat.Person;
import io.herald.emulator.conversation.UserActions;
import io.herald.emulator.live.LiveEvents;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Users. */
@RestController
@RequestMapping("/control/users")
final class PeopleControl {
  private static final int MOST_AT_ONCE = 1_000_000;

  record NewPerson(
      @Nullable Long id,
      @Nullable String firstName,
      @Nullable String lastName,
      @Nullable String username,
      @Nullable String languageCode,
      @Nullable Boolean isPremium,
      @Nullable Boolean started) {}

  record ManyPeople(@Nullable Long firstId, @Nullable Integer count) {}

  record BotReference(@Nullable String bot) {}

  private final Directory directory;
  private final UserActions actions;
  private final Known known;
  private final LiveEvents events;

  PeopleControl(Directory directory, UserActions actions, Known known, LiveEvents events) {
    this.directory = directory;
    this.actions = actions;
    this.known = known;
    this.events = events;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ObjectNode create(@RequestBody NewPerson request) {
    long id = request.id == null ? directory.freeUserId() : request.id;
    if (id < 1) {
      throw new IllegalArgumentException("id must be positive");
    }
    Person person =
        new Person(
            id,
            request.firstName == null ? "User " + id : request.firstName,
            request.lastName,
            request.username,
            request.languageCode == null ? "en" : request.languageCode,
            Boolean.TRUE.equals(request.isPremium),
            false,
            !Boolean.FALSE.equals(request.started));
    directory.put(person);
    return told(person);
  }

  @PostMapping("/many")
  @ResponseStatus(HttpStatus.CREATED)
  Map<String, Long> createMany(@RequestBody ManyPeople request) {
    int count = Known.required("count", request.count);
    if (count < 1 || count > MOST_AT_ONCE) {
      throw new IllegalArgumentException("count must be between 1 and " + MOST_AT_ONCE);
    }
    long first = request.firstId == null ? directory.freeUserId() : request.firstId;
    for (long id = first; id < first + count; id++) {
      directory.personOrNew(id);
    }
    return Map.of("first_id", first, "count", (long) count);
  }

  @GetMapping
  List<ObjectNode> all() {
    return directory.people().stream().map(PeopleControl::view).toList();
  }

  @GetMapping("/{id}")
  ObjectNode one(@PathVariable("id") long id) {
    return view(known.person(id));
  }

  @PostMapping("/{id}/block")
  Map<String, Boolean> block(
      @PathVariable("id") long id, @RequestBody(required = false) @Nullable BotReference bot) {
    return setBlocked(id, bot, true);
  }

  @PostMapping("/{id}/unblock")
  Map<String, Boolean> unblock(
      @PathVariable("id") long id, @RequestBody(required = false) @Nullable BotReference bot) {
    return setBlocked(id, bot, false);
  }

  private Map<String, Boolean> setBlocked(long id, @Nullable BotReference bot, boolean blocked) {
    actions.block(known.bot(bot == null ? null : bot.bot), known.person(id).id(), blocked);
    return Map.of("blocked", blocked);
  }

  @PostMapping("/{id}/deactivate")
  ObjectNode deactivate(@PathVariable("id") long id) {
    return setDeactivated(id, true);
  }

  @PostMapping("/{id}/activate")
  ObjectNode activate(@PathVariable("id") long id) {
    return setDeactivated(id, false);
  }

  private ObjectNode setDeactivated(long id, boolean deactivated) {
    Person person = known.person(id).withDeactivated(deactivated);
    directory.put(person);
    return told(person);
  }

  private ObjectNode told(Person person) {
    ObjectNode view = view(person);
    events.tell("chat", () -> view);
    return view;
  }

  static ObjectNode view(Person person) {
    return person.toUser().put("deactivated", person.deactivated());
  }
}
