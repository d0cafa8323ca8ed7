import Organization
import SourceText
import Testing

@Suite("Entities of a catalogue")
struct EntityTests {
  @Test("A team, its people from both sides, and who leads it")
  func team() throws {
    let organization = Organization([
      SourceFile(
        """
        apiVersion: backstage.io/v1alpha1
        kind: Group
        metadata:
          name: stow
          title: Stow
          description: Puts cases into bins.
          annotations:
            prfaq/manager: hana.osei
            prfaq/product-owner: "piet.vos , hana.osei"
            prfaq/on-call: hana.osei
            prfaq/also-known-as: Shelving, Stowage
        spec:
          type: team
          parent: fulfilment
          children: []
          members: [user:default/piet.vos]
        """, path: "stow.yaml"),
      SourceFile(
        """
        apiVersion: backstage.io/v1alpha1
        kind: User
        metadata:
          name: hana.osei
        spec:
          profile:
            displayName: Hana Osei
          memberOf: [Stow]
        ---
        apiVersion: backstage.io/v1alpha1
        kind: User
        metadata:
          name: Piet.Vos
        spec:
          memberOf: [group:stow]
        """, path: "people.yaml"),
    ])
    #expect(organization.problems == [])
    let team = try #require(organization.teams.first)
    #expect(team.head.name.value == "stow")
    #expect(team.head.title == "Stow")
    #expect(team.head.description == "Puts cases into bins.")
    #expect(team.head.aliases == ["Shelving", "Stowage"])
    #expect(team.head.namespace == "default")
    #expect(team.type == "team")
    #expect(team.parent?.value == "fulfilment")
    #expect(team.members.map(\.value) == ["hana.osei", "piet.vos"])
    #expect(team.members.map(\.place.path) == ["people.yaml", "stow.yaml"])
    #expect(team.managers.map(\.value) == ["hana.osei"])
    #expect(team.productOwners.map(\.value) == ["piet.vos", "hana.osei"])
    // `    prfaq/product-owner: "piet.vos , hana.osei"`: the text begins in column 27, the second name 11 later.
    #expect(team.productOwners.map(\.place.start.column) == [27, 38])
    #expect(team.productOwners.map(\.place.line) == [9, 9])
    #expect(team.scrumMasters == [])
    #expect(organization.people.map(\.head.title) == ["Hana Osei", "Piet.Vos"])
    #expect(organization.people[1].teams.map(\.value) == ["group:stow"])
  }

  @Test("A service with the places of its links")
  func service() throws {
    let organization = Organization([
      SourceFile(
        """
        apiVersion: backstage.io/v1alpha1
        kind: Component
        metadata: {name: basket-promise, title: Basket Promise}
        spec:
          type: service
          lifecycle: production
          owner: group:storefront
          system: 'wholebasket'
          providesApis:
            - basket-api
          consumesApis: [stock-map-api, hold-events]
          dependsOn: [resource:baskets]
        ---
        apiVersion: backstage.io/v1alpha1
        kind: Resource
        metadata: {name: media}
        spec: {type: bucket, owner: storefront, dependencyOf: [component:basket-promise]}
        ---
        apiVersion: backstage.io/v1alpha1
        kind: System
        metadata: {name: wholebasket}
        spec: {owner: storefront}
        """, path: "c.yaml")
    ])
    #expect(organization.problems == [])
    let service = try #require(organization.services.first)
    #expect(service.head.title == "Basket Promise")
    #expect(service.type == "service")
    #expect(service.lifecycle == "production")
    #expect(service.owner?.value == "group:storefront")
    #expect(service.owner?.place.line == 7)
    #expect(service.owner?.place.start.column == 10)
    #expect(service.owner?.place.end.column == 26)
    #expect(service.system?.value == "wholebasket")
    // Without the quote.
    #expect(service.system?.place.start.column == 12)
    #expect(service.provides.map(\.place.line) == [10])
    #expect(service.consumes.map(\.value) == ["stock-map-api", "hold-events"])
    #expect(service.consumes.map(\.place.start.column) == [18, 33])
    #expect(service.dependsOn.map(\.value) == ["resource:baskets", "resource:default/media"])
    #expect(service.dependsOn.map(\.place.line) == [12, 17])
    #expect(organization.stores.map(\.type) == ["bucket"])
    #expect(organization.systems.map { $0.owner?.value } == ["storefront"])
  }

  @Test("A team named by its parent gets that parent, unless it names one itself")
  func children() {
    let organization = Organization([
      SourceFile(
        """
        apiVersion: backstage.io/v1alpha1
        kind: Group
        metadata: {name: fulfilment}
        spec: {type: department, children: [stow, pick]}
        ---
        apiVersion: backstage.io/v1alpha1
        kind: Group
        metadata: {name: stow}
        spec: {type: team}
        ---
        apiVersion: backstage.io/v1alpha1
        kind: Group
        metadata: {name: pick}
        spec: {type: team, parent: other}
        """, path: "c.yaml")
    ])
    #expect(organization.teams.map { $0.parent?.value } == [nil, "fulfilment", "other"])
  }

  @Test("Operations stand where they are written, in a text inside the file")
  func operations() throws {
    let organization = Organization([
      SourceFile(
        """
        apiVersion: backstage.io/v1alpha1
        kind: API
        metadata: {name: stock-map-api}
        spec:
          type: openapi
          lifecycle: production
          owner: stow
          definition: |
            openapi: 3.0.3

            paths:
              /v1/bins/{binId}:
                parameters: []
                put: {}
              /v1/holds:
                post: {}
        ---
        apiVersion: backstage.io/v1alpha1
        kind: API
        metadata: {name: stock-events}
        spec:
          type: asyncapi
          definition: |
            channels:
              item.ran-out: {}
              second: {address: item.came-back}
        ---
        apiVersion: backstage.io/v1alpha1
        kind: API
        metadata: {name: elsewhere}
        spec:
          type: openapi
          definition: {$text: ./openapi.yaml}
        ---
        apiVersion: backstage.io/v1alpha1
        kind: API
        metadata: {name: remote}
        spec: {type: grpc, definition: "service { : }"}
        """, path: "c.yaml")
    ])
    #expect(organization.problems == [])
    #expect(organization.apis.map(\.type) == ["openapi", "asyncapi", "openapi", "grpc"])
    let operations = organization.apis[0].operations
    #expect(operations.map(\.value) == ["PUT /v1/bins/{binId}", "POST /v1/holds"])
    #expect(operations.map(\.place.line) == [14, 16])
    #expect(operations.map(\.place.start.column) == [9, 9])
    #expect(operations.map(\.place.end.column) == [12, 13])
    #expect(organization.apis[1].operations.map(\.value) == ["item.ran-out", "item.came-back"])
    #expect(organization.apis[1].operations.map(\.place.line) == [25, 26])
    #expect(organization.apis[2].operations == [])
    #expect(organization.apis[3].operations == [])
  }

  @Test("Names are compared within kind and namespace")
  func namespaces() {
    let organization = Organization([
      SourceFile(
        """
        apiVersion: backstage.io/v1alpha1
        kind: Group
        metadata: {name: core, namespace: Shop}
        spec: {type: team}
        ---
        apiVersion: backstage.io/v1alpha1
        kind: Group
        metadata: {name: core}
        spec: {type: team}
        ---
        apiVersion: backstage.io/v1alpha1
        kind: System
        metadata: {name: core}
        ---
        apiVersion: backstage.io/v1alpha1
        kind: User
        metadata: {name: ann}
        spec: {memberOf: [shop/core]}
        """, path: "c.yaml")
    ])
    #expect(organization.problems == [])
    #expect(organization.teams.map(\.head.namespace) == ["shop", "default"])
    #expect(organization.teams.map { $0.members.map(\.value) } == [["ann"], []])
  }

  @Test(
    "A catalogue of one part says so, on an entity of any kind",
    arguments: [
      (#"{prfaq/catalog-complete: "false"}"#, false), ("{prfaq/catalog-complete: false}", false),
      (#"{prfaq/catalog-complete: "true"}"#, true), ("{}", true),
    ])
  func completeness(annotations: String, isComplete: Bool) {
    let organization = Organization([
      SourceFile(
        """
        apiVersion: backstage.io/v1alpha1
        kind: Location
        metadata: {name: here, annotations: \(annotations)}
        spec: {targets: [./a.yaml]}
        """, path: "c.yaml")
    ])
    #expect(organization.problems == [])
    #expect(organization.isComplete == isComplete)
  }

  @Test("What belongs to others is passed over")
  func others() {
    let organization = Organization([
      SourceFile(
        """
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        ---
        apiVersion: user.openshift.io/v1
        kind: Group
        metadata: {name: admins}
        ---
        apiVersion: scaffolder.backstage.io/v1beta3
        kind: Template
        metadata: {name: new-service}
        ---
        apiVersion: backstage.io/v1alpha1
        kind: Domain
        metadata: {name: shop}
        spec: {owner: x}
        """, path: "c.yaml")
    ])
    #expect(organization.problems == [])
    #expect(organization.teams.isEmpty && organization.services.isEmpty)
  }
}
