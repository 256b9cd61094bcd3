/** Taking persons out of the record and out of the engine's history, some time after the end of what they had to do with. */
package io.mandate.erasure;
