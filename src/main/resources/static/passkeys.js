// Passkeys: a form says what the device is asked to do, and the device's answer goes along with the form.
const supported = Boolean(window.isSecureContext && window.PublicKeyCredential && navigator.credentials);

for (const element of document.querySelectorAll("[data-passkey-only]")) {
  element.hidden = !supported;
}
for (const element of document.querySelectorAll("[data-passkey-without]")) {
  element.hidden = supported;
}

function bytes(text) {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}

function text(buffer) {
  return btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

function known(credentials) {
  return (credentials ?? []).map((one) => ({ ...one, id: bytes(one.id) }));
}

async function options(form) {
  const answer = await fetch(form.dataset.options, {
    method: "POST",
    headers: { Accept: "application/json" },
    body: new URLSearchParams({ _csrf: form.elements._csrf.value }),
  });
  if (!answer.ok) {
    throw new Error(`Asked for what to do, and got ${answer.status}`);
  }
  return answer.json();
}

async function create(asked) {
  return navigator.credentials.create({
    publicKey: {
      ...asked,
      challenge: bytes(asked.challenge),
      user: { ...asked.user, id: bytes(asked.user.id) },
      excludeCredentials: known(asked.excludeCredentials),
    },
  });
}

async function get(asked) {
  return navigator.credentials.get({
    publicKey: { ...asked, challenge: bytes(asked.challenge), allowCredentials: known(asked.allowCredentials) },
  });
}

function written({ id, rawId, type, response, authenticatorAttachment }) {
  const parts = { clientDataJSON: text(response.clientDataJSON) };
  if (response.attestationObject) {
    parts.attestationObject = text(response.attestationObject);
    parts.transports = response.getTransports?.() ?? [];
  } else {
    parts.authenticatorData = text(response.authenticatorData);
    parts.signature = text(response.signature);
    parts.userHandle = response.userHandle ? text(response.userHandle) : undefined;
  }
  return JSON.stringify({
    id,
    rawId: text(rawId),
    type,
    response: parts,
    clientExtensionResults: {},
    authenticatorAttachment: authenticatorAttachment ?? undefined,
  });
}

function problem(form, failure) {
  const told = form.querySelector("[data-passkey-problem]");
  const words = { NotAllowedError: told.dataset.cancelled, InvalidStateError: told.dataset.known };
  told.hidden = false;
  told.textContent = "";
  // Said again even if it was said before.
  setTimeout(() => (told.textContent = words[failure.name] ?? told.dataset.failed), 50);
}

async function ask(form) {
  try {
    const asked = await options(form);
    form.elements.credential.value = written(await (form.dataset.passkey === "create" ? create(asked) : get(asked)));
    form.submit();
  } catch (failure) {
    problem(form, failure);
  }
}

if (supported) {
  for (const form of document.querySelectorAll("form[data-passkey]")) {
    let busy = false;
    form.addEventListener("submit", async (event) => {
      if (event.submitter?.name === "lang") {
        return;
      }
      event.preventDefault();
      if (!busy && form.reportValidity()) {
        busy = true;
        await ask(form);
        busy = false;
      }
    });
  }
}
