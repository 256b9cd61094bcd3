/** What the engine asks the database for although it knows the answer, or need not know it; each class is one such question. */
package io.mandate.engine.reads;
