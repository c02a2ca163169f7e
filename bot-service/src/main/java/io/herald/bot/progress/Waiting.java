package io.herald.bot.progress;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The progress that waits for its turn: the latest of each job. One thread at a time has it.
 *
 * <p>It may be lost when the process dies: the next event of the job tells more, and its end does
 * not wait here.
 */
final class Waiting {

  private final Map<String, Map<String, News>> chats = new LinkedHashMap<>();

  /** In place of what waits of that job; its place in the line stays. */
  void put(News news) {
    chats.computeIfAbsent(news.chat(), _ -> new LinkedHashMap<>()).put(news.job(), news);
  }

  /** The job of that chat that waits longest. */
  Optional<News> next(String chat) {
    return chats.getOrDefault(chat, Map.of()).values().stream().findFirst();
  }

  /** Takes out what waits of that job. */
  Optional<News> take(String chat, String job) {
    Map<String, News> jobs = chats.getOrDefault(chat, new LinkedHashMap<>());
    News news = jobs.remove(job);
    if (jobs.isEmpty()) {
      chats.remove(chat);
    }
    return Optional.ofNullable(news);
  }

  /** Puts back what could not be told, unless there is newer. */
  void putBack(News news) {
    chats.computeIfAbsent(news.chat(), _ -> new LinkedHashMap<>()).putIfAbsent(news.job(), news);
  }

  /** All that waits. */
  List<News> all() {
    return chats.values().stream().flatMap(jobs -> jobs.values().stream()).toList();
  }

  /** The chats in which something waits. */
  List<String> chats() {
    return new ArrayList<>(chats.keySet());
  }
}
