package io.herald.gateway.upload;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import io.herald.gateway.limit.RequestLimits;
import io.herald.runtime.access.Access;
import io.herald.runtime.access.Scope;
import io.herald.runtime.blob.Blobs;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Puts the way of uploads together. */
@Configuration(proxyBeanMethods = false)
class UploadConfiguration {

  @Bean
  UploadRoom uploadRoom() {
    return UploadRoom.ofThisProcess();
  }

  @Bean
  RouterFunction<ServerResponse> uploadRoutes(
      UploadRoom room, RequestLimits limits, Blobs blobs, Access access) {
    var door = new UploadDoor(new ReadUpload(room, Blobs.MOST_BYTES), limits, blobs);
    return route()
        .POST(UploadDoor.PATH, door::receive)
        .filter(access.require(Scope.NOTIFY_SEND))
        .onError(UploadRefusals::isRefusal, (error, _) -> UploadRefusals.refused(error))
        .build();
  }
}
