using './main.bicep'

param image = 'example.azurecr.io/supplierbot:1.0.0'
param registry = 'example.azurecr.io'
param organisation = {
  id: 'example'
  name: 'Example Ltd'
  timeZone: 'Europe/London'
}
param roles = {
  security: [
    { id: 'teams:00000000-0000-0000-0000-000000000001', name: 'First approver' }
    { id: 'teams:00000000-0000-0000-0000-000000000002', name: 'Second approver' }
  ]
  ciso: [
    { id: 'teams:00000000-0000-0000-0000-000000000003', name: 'Security officer' }
  ]
}
param admins = [
  { id: 'teams:00000000-0000-0000-0000-000000000003', name: 'Security officer' }
]
