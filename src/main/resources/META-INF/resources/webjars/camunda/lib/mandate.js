// The web apps' own sign-in is closed: whoever is not signed in, or no longer, is led to Mandate's by loading the page.
function leaveSignIn() {
  if (window.location.hash.startsWith('#/login')) {
    window.location.hash = '';
    window.location.reload();
  }
}

window.addEventListener('hashchange', leaveSignIn);
leaveSignIn();

export function named(app) {
  return {app: {name: app, vendor: 'Mandate'}, disableWelcomeMessage: true};
}
