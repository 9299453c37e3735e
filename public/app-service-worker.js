// The AppMovil's service worker: keeps the shell, so that the app opens and
// shows its code without a network. It keeps nothing of a person: what devices
// and the console ask of the server (/device, /api and all that is not listed
// here) passes by untouched.

const VERSION = "1";
const CACHE = `llavero-app-${VERSION}`;
const HOME = "/app";
const NETWORK_PATIENCE_MILLIS = 4000;
const FIXED = [
  "/manifest.webmanifest",
  "/favicon.svg",
  "/app-icon-192.png",
  "/fonts/instrument-sans.woff2",
  "/fonts/plex-mono.woff2",
];
// The server's answers vary by encoding and language; what is kept is one shell.
const ANY = { ignoreVary: true };

self.addEventListener("install", (event) => {
  event.waitUntil(install());
});

self.addEventListener("activate", (event) => {
  event.waitUntil(activate());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) {
    return;
  }
  if (request.mode === "navigate") {
    if (isShell(url.pathname)) {
      event.respondWith(page(event));
    }
  } else if (isFixed(url.pathname)) {
    event.respondWith(file(event));
  }
});

async function install() {
  const cache = await caches.open(CACHE);
  const response = await fetch(HOME, { credentials: "same-origin" });
  if (isGood(response)) {
    await keepPage(cache, HOME, response);
  }
  await Promise.allSettled(FIXED.map((path) => cache.add(path)));
  await self.skipWaiting();
}

async function activate() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith("llavero-app-") && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

// The network first: a new version shows at once. Without one, the kept page of
// this address, or else home, from where every other screen can be reached.
async function page(event) {
  const cache = await caches.open(CACHE);
  const path = new URL(event.request.url).pathname;
  const asked = fetch(event.request).then(async (response) => {
    if (isGood(response)) {
      event.waitUntil(keepPage(cache, path, response.clone()));
    }
    return response;
  });
  const kept = await cache.match(path, ANY);
  try {
    return await (kept ? Promise.race([asked, patience()]) : asked);
  } catch (error) {
    asked.catch(() => {});
    if (kept) {
      return kept;
    }
    if (path !== HOME && (await cache.match(HOME, ANY))) {
      return Response.redirect(HOME, 302);
    }
    throw error;
  }
}

// What has its hash in its name never changes: the kept copy first.
async function file(event) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(event.request, ANY);
  if (kept) {
    return kept;
  }
  const response = await fetch(event.request);
  if (isGood(response)) {
    event.waitUntil(cache.put(event.request, response.clone()));
  }
  return response;
}

// Keeps a page with the files that it names, and lets go of those of an older
// build.
async function keepPage(cache, path, response) {
  const html = await response.clone().text();
  await cache.put(path, response);
  const named = [...new Set(html.match(/\/pkg\/[\w./-]+\.(?:js|wasm|css)/g) ?? [])];
  const kept = await cache.keys();
  const paths = kept.map((request) => new URL(request.url).pathname);
  const missing = named.filter((name) => !paths.includes(name));
  await Promise.allSettled(missing.map((name) => cache.add(name)));
  if (missing.length > 0 && paths.some((path) => path.startsWith("/pkg/"))) {
    const old = kept.filter((request) => {
      const { pathname } = new URL(request.url);
      return pathname.startsWith("/pkg/") && !named.includes(pathname);
    });
    await Promise.all(old.map((request) => cache.delete(request)));
  }
}

function isShell(path) {
  return path === HOME || path.startsWith(`${HOME}/`);
}

function isFixed(path) {
  return path.startsWith("/pkg/") || FIXED.includes(path);
}

function isGood(response) {
  return response.ok && response.type === "basic" && !response.redirected;
}

function patience() {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error("the network is slow")), NETWORK_PATIENCE_MILLIS);
  });
}
