# Everything that is needed to build stays in the first stage; the second holds the result, four small packages and no tools.
FROM node:22-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
# valibot names TypeScript as a peer, for its types only: 24 MB that never run.
RUN npm run build && npm prune --omit=dev && rm -rf node_modules/typescript

FROM node:22-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/build ./build
COPY --from=build /app/src/serve.js ./src/
COPY --from=build /app/src/lib/server/headers.js ./src/lib/server/
# Writes nothing to disk, so the root file system may be read-only.
USER node
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=3s --start-period=10s \
	CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/live`).then((it) => process.exit(it.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src/serve.js"]
