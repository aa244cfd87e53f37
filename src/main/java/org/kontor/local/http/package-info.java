/**
 * The HTTP engine on loopback: requests and answers, routes, sign-in with sessions, and multipart
 * bodies read as a stream.
 */
@NullMarked
package org.kontor.local.http;

import org.jspecify.annotations.NullMarked;
