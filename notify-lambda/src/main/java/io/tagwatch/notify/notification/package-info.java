/** What is told: the one model that messages become and that channels show. Pure values. */
package io.tagwatch.notify.notification;
