# A hub, or a worker with what it judges: Node, Python with numpy, g++. compose.yaml runs both from it.
FROM node:26-trixie-slim AS build
WORKDIR /anneal
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:26-trixie-slim
RUN apt-get update \
  && apt-get install -y --no-install-recommends python3 python3-numpy g++ \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /anneal
COPY --from=build /anneal/package.json ./
COPY --from=build /anneal/bin bin
COPY --from=build /anneal/dist dist
COPY --from=build /anneal/node_modules node_modules
ENV ANNEAL_HOME=/tmp/anneal
USER node
ENTRYPOINT ["node", "bin/anneal"]
CMD ["hub", "--host", "0.0.0.0"]
