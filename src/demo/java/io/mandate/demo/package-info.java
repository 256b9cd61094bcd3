/** What a newcomer needs to try Mandate alone: people, two partners, a mail server with a readable inbox, a service to administer. Never in the packaged jar. */
package io.mandate.demo;
