/** Words by which a design says what a part is built on or runs on. */
export const technologyWords = {
  technology: `technolog*, tech stack, stack, language, framework*, runtime, built with, built on, built in, build on, written in, implemented in, implemented with, implemented as, implemented using, based on, powered by, runs on, run on, running on, hosted on, hosted in, in go, on top of,
    技术栈, 框架, 语言, 基于, geschrieben in, basiert auf,
    golang, rust, java, kotlin, scala, python, ruby, rails, php, typescript, javascript, node js, nodejs, deno, bun, c++, c#, dotnet, asp net, swift, elixir, erlang, haskell, clojure, lua, wasm, webassembly,
    spring, spring boot, quarkus, micronaut, django, flask, fastapi, express, nestjs, next js, react, react native, vue, angular, svelte, flutter, graphql, grpc, rest, openapi, protobuf, thrift,
    postgres*, mysql, mariadb, sqlite, sql server, oracle, mongodb, dynamodb, cassandra, scylla*, cockroach*, spanner, tidb, tikv, rocksdb, leveldb, bolt, boltdb, badger, pebble, lmdb, redis, valkey, memcached, elasticsearch, opensearch, solr, clickhouse, snowflake, bigquery, redshift, influxdb, timescale*, neo4j, firestore, firebase, supabase, cosmos db,
    kafka, rabbitmq, pulsar, nats, jetstream, sqs, sns, eventbridge, kinesis, pub sub, pubsub, celery, sidekiq, temporal, airflow, spark, flink, hadoop,
    nginx, envoy, haproxy, traefik, istio, linkerd, cilium, ebpf, kong, cloudfront, cloudflare, fastly, akamai, varnish,
    aws, azure, gcp, google cloud, ec2, ecs, eks, gke, aks, fargate, lambda, cloud run, cloud functions, app engine, s3, gcs, blob storage, minio, ceph, hdfs, nfs, rds, aurora, elasticache, heroku, vercel, netlify,
    docker, kubernetes, k8s, helm, terraform, ansible, knative, crd, crds, daemonset*, statefulset*, systemd, linux, windows, android, ios, kvm, qemu, etcd, zookeeper, consul, vault, keycloak, auth0, cognito, okta, oauth*, openid,
    prometheus, grafana, thanos, loki, jaeger, opentelemetry, datadog, tensorflow, pytorch, onnx, gpu, fpga, html, css, electron, qt`,
} satisfies Record<string, string>
