/** Matrix, as a user of any homeserver; serves Gitter too. */
package io.tagwatch.notify.channel.matrix;
