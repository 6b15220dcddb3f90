/** What AWS charges: a dated table, and nothing where the table is silent. */
package io.tagwatch.common.price;
