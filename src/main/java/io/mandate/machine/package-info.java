/** The programs that ask and report: service accounts, and the access tokens by which they prove who they are. */
package io.mandate.machine;
