/**
 * What all pages share, and what therefore belongs to no feature: language, the frame around a page, paging, error pages, the start page.
 */
package io.mandate.web;
