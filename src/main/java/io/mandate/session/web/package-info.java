/** Sessions of people in the database, so that each of their requests may go to another node. */
package io.mandate.session.web;
