/** Who looks at the page: login at an OpenID provider, and a session that lies in a cookie. */
@NullMarked
package io.herald.gateway.login;

import org.jspecify.annotations.NullMarked;
