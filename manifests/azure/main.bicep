// SupplierBot in a resource group: an identity without a secret, the Azure Bot with its Teams channel, storage without shared keys, and the bot
// on at least two replicas. There is no Key Vault because there is no secret: the identity signs in to Teams, storage and registry.

metadata description = 'SupplierBot: Azure Bot with Teams, Container App, Table Storage, one managed identity and no secrets.'

@description('Names of all resources begin with it. 4 to 11 lower-case letters and digits.')
@minLength(4)
@maxLength(11)
param name string = 'supplierbot'

param location string = resourceGroup().location

@description('The container image, as registry/name:tag.')
param image string

@description('Login server of an Azure Container Registry in this resource group; empty for a public image.')
param registry string = ''

@description('The organisation: id (partition key in storage, never to be changed), name on cards, time zone (IANA).')
param organisation {
  id: string
  name: string
  timeZone: string
}

@description('Who decides at the start: role (security, ciso, privacy, legal, auditor) to people. Id is teams: and the object id of the person in Entra.')
param roles {
  security: person[]
  *: person[]
}

@description('Who changes roles in chat and sees what could not be delivered.')
@minLength(1)
param admins person[]

type person = {
  id: string
  name: string
}

@description('At least two, so that an update or a lost node is not noticed.')
@minValue(2)
@maxValue(10)
param replicas int = 2

var port = 8080
var tableDataContributor = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3')
var blobDataContributor = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'ba92f5b4-2d11-453d-a403-e96b0029c9fe')
var registryPull = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '7f951dda-4ed3-4680-a7ca-43fe172d538d')
var rolePeople = flatten(map(items(roles), role => map(range(0, length(role.value)), number => [
  { name: 'Roles__${role.key}__People__${number}__Id', value: role.value[number].id }
  { name: 'Roles__${role.key}__People__${number}__Name', value: role.value[number].name }
])))
var adminPeople = map(range(0, length(admins)), number => [
  { name: 'Admins__${number}__Id', value: admins[number].id }
  { name: 'Admins__${number}__Name', value: admins[number].name }
])

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: name
  location: location
}

resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: '${name}${uniqueString(resourceGroup().id)}'
  location: location
  kind: 'StorageV2'
  sku: { name: 'Standard_ZRS' }
  properties: {
    allowSharedKeyAccess: false
    allowBlobPublicAccess: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }
}

resource tables 'Microsoft.Storage/storageAccounts/tableServices@2023-05-01' = {
  parent: storage
  name: 'default'
}

resource table 'Microsoft.Storage/storageAccounts/tableServices/tables@2023-05-01' = {
  parent: tables
  name: 'supplierbot'
}

resource mayUseTables 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: storage
  name: guid(storage.id, identity.id, tableDataContributor)
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: tableDataContributor
  }
}

@description('Documents that people give the bot.')
resource mayUseFiles 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: storage
  name: guid(storage.id, identity.id, blobDataContributor)
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: blobDataContributor
  }
}

resource images 'Microsoft.ContainerRegistry/registries@2023-07-01' existing = if (!empty(registry)) {
  name: empty(registry) ? 'none0' : split(registry, '.')[0]
}

resource mayPull 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(registry)) {
  scope: images
  name: guid(resourceGroup().id, registry, identity.id, registryPull)
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: registryPull
  }
}

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: name
  location: location
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: 90
  }
}

resource environment 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: name
  location: location
  properties: {
    appLogsConfiguration: { destination: 'azure-monitor' }
    zoneRedundant: false
  }
}

resource environmentLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: environment
  name: 'logs'
  properties: {
    workspaceId: logs.id
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
  }
}

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: name
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  properties: {
    managedEnvironmentId: environment.id
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: { external: true, targetPort: port, transport: 'http', allowInsecure: false }
      registries: empty(registry) ? [] : [{ server: registry, identity: identity.id }]
    }
    template: {
      terminationGracePeriodSeconds: 30
      scale: { minReplicas: replicas, maxReplicas: max(replicas, 4) }
      containers: [
        {
          name: 'supplierbot'
          image: image
          resources: { cpu: json('0.5'), memory: '1Gi' }
          env: concat([
            { name: 'Teams__AppId', value: identity.properties.clientId }
            { name: 'Teams__TenantId', value: identity.properties.tenantId }
            { name: 'Teams__ManagedIdentity', value: 'true' }
            { name: 'Organisation__Id', value: organisation.id }
            { name: 'Organisation__Name', value: organisation.name }
            { name: 'Organisation__TimeZone', value: organisation.timeZone }
            { name: 'Downloads__Url', value: 'https://${name}.${environment.properties.defaultDomain}/' }
            { name: 'Storage__Kind', value: 'AzureTables' }
            { name: 'Storage__AccountUrl', value: storage.properties.primaryEndpoints.table }
            { name: 'Storage__Table', value: table.name }
            { name: 'Storage__ClientId', value: identity.properties.clientId }
            { name: 'Logging__Console__FormatterName', value: 'json' }
          ], flatten(rolePeople), flatten(adminPeople))
          probes: [
            { type: 'Startup', httpGet: { path: '/health/live', port: port }, periodSeconds: 2, failureThreshold: 30 }
            { type: 'Liveness', httpGet: { path: '/health/live', port: port }, periodSeconds: 10, failureThreshold: 3 }
            { type: 'Readiness', httpGet: { path: '/health/ready', port: port }, periodSeconds: 5, failureThreshold: 3 }
          ]
        }
      ]
    }
  }
  dependsOn: [mayUseTables, mayPull]
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: name
  location: 'global'
  kind: 'azurebot'
  sku: { name: 'F0' }
  properties: {
    displayName: 'SupplierBot'
    endpoint: 'https://${app.properties.configuration.ingress.fqdn}/api/messages'
    msaAppType: 'UserAssignedMSI'
    msaAppId: identity.properties.clientId
    msaAppTenantId: identity.properties.tenantId
    msaAppMSIResourceId: identity.id
    disableLocalAuth: true
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: { isEnabled: true }
  }
}

@description('For manifest pack --app-id.')
output appId string = identity.properties.clientId

@description('For manifest pack --host.')
output host string = app.properties.configuration.ingress.fqdn
