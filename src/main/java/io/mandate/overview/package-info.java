/** What a process owner sees: every request of every partner, and the process instance that runs it. */
package io.mandate.overview;
