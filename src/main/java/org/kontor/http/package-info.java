/**
 * HTTP to one server: the one place that makes clients, sends bodies from files in bounded memory,
 * keeps the session's cookies, and tells exactly how far a request got when it failed.
 */
@NullMarked
package org.kontor.http;

import org.jspecify.annotations.NullMarked;
