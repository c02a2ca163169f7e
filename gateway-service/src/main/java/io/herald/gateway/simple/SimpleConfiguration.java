package io.herald.gateway.simple;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.herald.gateway.limit.ApiLimits;
import io.herald.gateway.limit.ReadBody;
import io.herald.gateway.limit.RequestLimits;
import io.herald.gateway.notify.Answers;
import io.herald.gateway.notify.ReadSubmissions;
import io.herald.gateway.notify.SubmitNotifications;
import io.herald.gateway.upload.ImageType;
import io.herald.gateway.upload.ReadUpload;
import io.herald.gateway.upload.UploadRefusals;
import io.herald.gateway.upload.UploadRoom;
import io.herald.runtime.access.Access;
import io.herald.runtime.access.Scope;
import io.herald.runtime.blob.Blobs;
import io.herald.runtime.config.Bots;
import io.herald.runtime.kafka.KafkaReachability;
import io.herald.runtime.redis.RedisLink;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Puts the simple form together. */
@Configuration(proxyBeanMethods = false)
class SimpleConfiguration {

  @Bean
  SendPhoto sendPhoto(
      PhotoSettings settings, UploadRoom room, Blobs blobs, SubmitNotifications submit) {
    var photos = new PhotoSource(new PhotoFolders(settings.realFolders()), room);
    return new SendPhoto(photos, blobs, submit);
  }

  @Bean
  SimpleDesk simpleDesk(
      ApiLimits limits,
      RequestLimits requests,
      UploadRoom room,
      ReadSubmissions read,
      SubmitNotifications submit,
      SendPhoto sendPhoto) {
    var fields =
        new ReadFields(
            new ReadBody(limits.bodyBytes()), new ReadUpload(room, ImageType.MOST_BYTES));
    return new SimpleDesk(fields, requests, read, submit, sendPhoto);
  }

  @Bean
  RouterFunction<ServerResponse> simpleRoutes(SimpleDesk desk, Access access) {
    return route()
        .POST("/send", desk::send)
        .POST("/send_photo", desk::sendPhoto)
        .filter(access.require(Scope.NOTIFY_SEND))
        .onError(PhotoRefused.class, (error, _) -> error.problem().answer())
        .onError(Answers::isRefusal, (error, _) -> Answers.refused(error))
        .onError(UploadRefusals::isRefusal, (error, _) -> UploadRefusals.refused(error))
        .build();
  }

  @Bean
  RouterFunction<ServerResponse> healthRoute(KafkaReachability kafka, RedisLink redis, Bots bots) {
    TellHealth health = new TellHealth(kafka, redis, bots);
    return route().GET("/health", health::tell).HEAD("/health", health::tell).build();
  }
}
