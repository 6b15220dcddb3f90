/**
 * Takes the picture that {@code view} describes: reads the services, changes nothing, and leaves
 * their shapes behind. Entry point: {@link io.tagwatch.local.picture.CloudPicture}.
 */
package io.tagwatch.local.picture;
