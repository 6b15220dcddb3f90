package io.tagwatch.common.price;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One line of the table.
 *
 * @param usd for one of the item, by the list, without free tier and discounts
 * @param asOf when it was looked up
 * @param source where
 */
public record Price(BigDecimal usd, LocalDate asOf, String source) {}
