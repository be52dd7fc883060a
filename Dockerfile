# Untested here: the machines this was written on have no container engine.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
RUN apt-get update && apt-get install -y --no-install-recommends nodejs npm && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN mkdir -p TravelBuddy.Web/wwwroot/lib/htmx \
 && cp node_modules/htmx.org/dist/htmx.min.js node_modules/htmx.org/dist/ext/hx-sse.js TravelBuddy.Web/wwwroot/lib/htmx/
# The Debug build writes the message handlers' code; the published one is compiled with it and has no compiler.
RUN dotnet build TravelBuddy.Web -c Debug -v q \
 && cd TravelBuddy.Web && dotnet bin/Debug/net10.0/TravelBuddy.Web.dll codegen write
RUN dotnet publish TravelBuddy.Web -c Release -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
RUN apt-get update && apt-get install -y --no-install-recommends fonts-noto-core && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app .
COPY data data
ENV ASPNETCORE_URLS=http://+:5080 DataDirectory=/app/data
EXPOSE 5080
USER $APP_UID
ENTRYPOINT ["dotnet", "TravelBuddy.Web.dll"]
