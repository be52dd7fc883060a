# Untested here: the machines this was written on have no container engine.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
RUN apt-get update && apt-get install -y --no-install-recommends nodejs npm && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN mkdir -p data/restored/fonts && cp node_modules/@expo-google-fonts/be-vietnam-pro/400Regular/*.ttf node_modules/@expo-google-fonts/be-vietnam-pro/700Bold/*.ttf data/restored/fonts/ \
 && node scripts/world-cities.mjs data/world-names.jsonl data/restored/world-cities.jsonl
RUN cd TravelBuddy.Web/wwwroot && mkdir -p lib/htmx lib/fonts \
 && cp /src/node_modules/htmx.org/dist/htmx.min.js /src/node_modules/htmx.org/dist/ext/hx-sse.js lib/htmx/ \
 && for subset in latin vietnamese; do for weight in 400 600 800; do \
      cp /src/node_modules/@fontsource/be-vietnam-pro/files/be-vietnam-pro-$subset-$weight-normal.woff2 lib/fonts/ || exit 1; done; done
# The Debug build writes the message handlers' code; the published one is compiled with it and has no compiler.
RUN dotnet build TravelBuddy.Web -c Debug -v q \
 && cd TravelBuddy.Web && dotnet bin/Debug/net10.0/TravelBuddy.Web.dll codegen write
RUN dotnet publish TravelBuddy.Web -c Release -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
RUN apt-get update && apt-get install -y --no-install-recommends fonts-noto-core && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app .
COPY --from=build /src/data data
# URLS, not ASPNETCORE_URLS: appsettings.json says localhost and wins over the latter. The image's own port setting would only cause a warning.
ENV URLS=http://+:5080 ASPNETCORE_HTTP_PORTS= DataDirectory=/app/data
EXPOSE 5080
USER $APP_UID
ENTRYPOINT ["dotnet", "TravelBuddy.Web.dll"]
