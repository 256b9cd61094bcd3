/** The rules that hold Mandate's code together, and a planted violation of each. */
package io.mandate.architecture;
