package io.mandate.bench;

import java.util.Collection;

/** Medians and percentiles. */
final class Figures {

    private Figures() {}

    static double median(Collection<Double> values) {
        return percentile(values, 50);
    }

    /** The value below which that part of the values lies, between two of them by their distance. */
    static double percentile(Collection<Double> values, double percent) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double at = percent / 100 * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    /** The outermost values. */
    static String spread(Collection<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted.length == 0 ? "" : Math.round(sorted[0]) + " to " + Math.round(sorted[sorted.length - 1]);
    }
}
