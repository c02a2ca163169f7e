package io.herald.emulator.control;

import io.herald.emulator.chat.Directory;
import io.herald.emulator.chat.Group;
import io.herald.emulator.chat.Person;
import io.herald.emulator.conversation.UserActions;
import io.herald.emulator.live.LiveEvents;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Groups. */
@RestController
@RequestMapping("/control/groups")
final class GroupControl {
  record NewGroup(
      @Nullable Long id,
      @Nullable String title,
      @Nullable String type,
      @Nullable List<Long> members,
      @Nullable List<String> bots,
      @Nullable Boolean isForum) {}

  record NewTopic(@Nullable String name) {}

  record BotReference(@Nullable String bot) {}

  private final Directory directory;
  private final UserActions actions;
  private final Known known;
  private final LiveEvents events;

  GroupControl(Directory directory, UserActions actions, Known known, LiveEvents events) {
    this.directory = directory;
    this.actions = actions;
    this.known = known;
    this.events = events;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ObjectNode create(@RequestBody NewGroup request) {
    String type = request.type == null ? "supergroup" : request.type;
    if (!type.equals("supergroup") && !type.equals("group")) {
      throw new IllegalArgumentException("type must be supergroup or group");
    }
    boolean supergroup = type.equals("supergroup");
    long id = request.id == null ? directory.freeGroupId(supergroup) : request.id;
    if (id >= 0) {
      throw new IllegalArgumentException("id of a group must be negative");
    }
    String title = request.title == null ? "Group " + -id % 1_000 : request.title;
    boolean forum = Boolean.TRUE.equals(request.isForum);
    Group group = new Group(id, supergroup, title, forum, botIds(request.bots));
    if (request.members != null) {
      request.members.forEach(member -> group.members().add(directory.personOrNew(member).id()));
    }
    directory.put(group);
    return told(group);
  }

  private @Nullable Set<Long> botIds(@Nullable List<String> references) {
    if (references == null) {
      return null;
    }
    Set<Long> ids = new HashSet<>();
    references.forEach(reference -> ids.add(known.bot(reference).id()));
    return ids;
  }

  @GetMapping
  List<ObjectNode> all() {
    return directory.groups().stream().map(GroupControl::view).toList();
  }

  @GetMapping("/{id}")
  ObjectNode one(@PathVariable("id") long id) {
    return view(known.group(id));
  }

  @PostMapping("/{id}/topics")
  @ResponseStatus(HttpStatus.CREATED)
  Map<String, Object> openTopic(@PathVariable("id") long id, @RequestBody NewTopic topic) {
    String name = topic.name == null ? "Topic" : topic.name;
    int thread = known.group(id).openTopic(name);
    return Map.of("message_thread_id", thread, "name", name);
  }

  @PostMapping("/{id}/migrate")
  Map<String, Long> migrate(@PathVariable("id") long id) {
    Group group = known.group(id);
    if (group.migratedTo() == 0) {
      directory.put(group.migrate(directory.freeGroupId(true)));
    }
    told(known.group(group.migratedTo()));
    return Map.of("migrate_to_chat_id", group.migratedTo());
  }

  @PostMapping("/{id}/kick")
  ObjectNode kick(
      @PathVariable("id") long id, @RequestBody(required = false) @Nullable BotReference bot) {
    return setKicked(id, bot, true);
  }

  @PostMapping("/{id}/join")
  ObjectNode join(
      @PathVariable("id") long id, @RequestBody(required = false) @Nullable BotReference bot) {
    return setKicked(id, bot, false);
  }

  private ObjectNode setKicked(long id, @Nullable BotReference bot, boolean kick) {
    Group group = known.group(id);
    long admin = group.members().stream().findFirst().orElse(1_001L);
    Person by = directory.personOrNew(admin);
    actions.kick(known.bot(bot == null ? null : bot.bot), group, by, kick);
    return told(group);
  }

  private ObjectNode told(Group group) {
    ObjectNode view = view(group);
    events.tell("chat", () -> view);
    return view;
  }

  static ObjectNode view(Group group) {
    ObjectNode view = group.toChat().put("is_forum", group.isForum());
    ArrayNode members = view.putArray("members");
    group.members().forEach(member -> members.add(member.longValue()));
    if (group.migratedTo() != 0) {
      view.put("migrated_to", group.migratedTo());
    }
    return view;
  }
}
