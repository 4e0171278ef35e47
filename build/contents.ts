/** What the files of a package contain besides its own code, and what its licence file lacks. */
export interface Contents {
  /** The version that was reviewed. Another one may have other contents: review it, then enter it here. */
  readonly version: string
  /** The copyright line, for a package without a licence file. */
  readonly copyright?: string
  readonly licence?: string
  readonly parts?: readonly Part[]
  /** Packages that were copied into its files, and that are installed here too. */
  readonly packages?: readonly string[]
}

export interface Part {
  readonly name: string
  /** The SPDX identifier. */
  readonly licence: string
  readonly copyright: string
  /** Where its source and its licence are. */
  readonly source: string
}

const microsoft = { licence: 'MIT', copyright: 'Copyright (c) Microsoft Corporation' }
const languageServer = { ...microsoft, source: 'https://github.com/microsoft/vscode-languageserver-node' }

/** By package. Comments name the sources of these facts. */
export const contents: Readonly<Record<string, Contents>> = {
  // Source: its NOTICE, under the name of the grammar.
  'tm-grammars': {
    version: '1.32.22',
    parts: [
      {
        name: 'Mermaid syntax highlighting',
        licence: 'MIT',
        copyright: 'Copyright (c) 2018 Brian Pruitt-Goddard',
        source: 'https://github.com/bpruitt-goddard/vscode-mermaid-syntax-highlight',
      },
    ],
  },
  // Source: the head of its dist/viz.js. For the parts: its lib/provenance.json, and for Graphviz the file COPYING of
  // the release. The LLVM libraries in it need no notice, because of the exception to their licence.
  '@viz-js/viz': {
    version: '3.31.0',
    copyright: 'Copyright (c) Michael Daines',
    parts: [
      {
        name: 'Graphviz 16.1.0',
        licence: 'EPL-2.0',
        copyright: 'Copyright (c) 2011 AT&T Intellectual Property and the Graphviz contributors',
        source:
          'https://gitlab.com/api/v4/projects/4207231/packages/generic/graphviz-releases/16.1.0/graphviz-16.1.0.tar.gz',
      },
      {
        name: 'Expat 2.8.5',
        licence: 'MIT',
        copyright:
          'Copyright (c) 1998-2000 Thai Open Source Software Center Ltd and Clark Cooper\nCopyright (c) 2001-2025 Expat maintainers',
        source: 'https://github.com/libexpat/libexpat/releases/download/R_2_8_5/expat-2.8.5.tar.gz',
      },
      {
        name: 'Emscripten 6.0.10',
        licence: 'MIT',
        copyright: 'Copyright (c) 2010-2014 Emscripten authors, see AUTHORS file.',
        source: 'https://github.com/emscripten-core/emscripten/tree/6.0.10',
      },
      {
        name: 'musl, as it comes with Emscripten 6.0.10',
        licence: 'MIT',
        copyright: 'Copyright © 2005-2020 Rich Felker, et al.',
        source: 'https://github.com/emscripten-core/emscripten/tree/6.0.10/system/lib/libc/musl',
      },
    ],
  },
  // Source for TeaVM: its README. For the others: texts in its files ("Smetana", "need dictionary"), and the heads of
  // the files that they were compiled from. Its LICENSE names what else it contains, and chooses MIT among PlantUML's
  // several licences.
  '@plantuml/core': {
    version: '1.2026.8',
    parts: [
      {
        name: 'TeaVM, with parts of Apache Harmony',
        licence: 'Apache-2.0',
        copyright:
          'This product includes software developed by Alexey Andreev (http://teavm.org).\nThis product includes software developed by The Apache Software Foundation (http://www.apache.org/).\nThis product includes software developed by Joda.org (http://www.joda.org/).',
        source: 'https://github.com/konsoletyper/teavm',
      },
      {
        name: 'Smetana, a translation of Graphviz',
        licence: 'EPL-1.0',
        copyright:
          'Copyright (c) 2011 AT&T Intellectual Property\n(C) Copyright 2009-2024, Arnaud Roques (the translation)',
        source: 'https://github.com/plantuml/plantuml',
      },
      {
        name: 'JZlib, in the class library of TeaVM',
        licence: 'BSD-3-Clause',
        copyright: 'Copyright (c) 2000-2011 ymnk, JCraft,Inc. All rights reserved.',
        source: 'https://github.com/ymnk/jzlib',
      },
      {
        name: 'Open Iconic',
        licence: 'MIT',
        copyright: 'Copyright (c) 2014 Waybury',
        source: 'https://github.com/iconic/open-iconic',
      },
    ],
  },
  // Source: comments in its files; the copyrights are those of the packages of the same name.
  '@mermaid-js/parser': {
    version: '2.0.1',
    parts: [
      {
        name: 'langium',
        licence: 'MIT',
        copyright: 'Copyright 2021 TypeFox GmbH',
        source: 'https://github.com/eclipse-langium/langium',
      },
      {
        name: 'chevrotain-allstar',
        licence: 'MIT',
        copyright: 'Copyright 2022 TypeFox GmbH',
        source: 'https://github.com/langium/chevrotain-allstar',
      },
      { name: 'vscode-jsonrpc', ...languageServer },
      { name: 'vscode-languageserver-protocol', ...languageServer },
      { name: 'vscode-languageserver-textdocument', ...languageServer },
      { name: 'vscode-languageserver-types', ...languageServer },
      { name: 'vscode-uri', ...microsoft, source: 'https://github.com/microsoft/vscode-uri' },
    ],
  },
  // Source: a comment in its files, and the README of the package fastdom.
  mermaid: {
    version: '12.3.0',
    parts: [
      {
        name: 'fastdom',
        licence: 'MIT',
        copyright: 'Copyright (c) 2016 Wilson Page <wilsonpage@me.com>',
        source: 'https://github.com/wilsonpage/fastdom',
      },
    ],
  },
  // Its module is a bundle of these packages.
  roughjs: {
    version: '4.6.6',
    packages: ['hachure-fill', 'path-data-parser', 'points-on-curve', 'points-on-path'],
  },
  // Source: comments in its files; the copyrights are from a comment in the file, and from the author in the manifest.
  '@modelcontextprotocol/server': {
    version: '2.4.0',
    parts: [
      {
        name: '@cfworker/json-schema',
        licence: 'MIT',
        copyright: 'Copyright (c) Jeremy Danyow <jdanyow@gmail.com>',
        source: 'https://github.com/cfworker/cfworker',
      },
      {
        name: 'content-type',
        licence: 'MIT',
        copyright: 'Copyright (c) 2015 Douglas Christopher Wilson',
        source: 'https://github.com/jshttp/content-type',
      },
    ],
  },
  // Source: its file license.
  khroma: { version: '2.1.0', licence: 'MIT' },
  // Source: its Readme.md.
  format: { version: '0.2.2', licence: 'MIT', copyright: 'Copyright 2010 - 2014 Sami Samhuri sami@samhuri.net' },
}
