<#-- Third-party notices of one program; made from its dependencies when its jar is made. -->
This program contains the following works of others, each under its own licence.

<#list dependencyMap as entry>
<#assign project = entry.getKey()/>
<#assign licenses = entry.getValue()/>
* ${project.name!project.artifactId} (${project.groupId}:${project.artifactId}:${project.version})<#if project.url??>, ${project.url}</#if>
<#list licenses as license>
    ${license}
</#list>
</#list>

Texts of the licences:

    Apache License 2.0                      https://www.apache.org/licenses/LICENSE-2.0.txt
    BSD licences                            https://opensource.org/licenses/BSD-2-Clause, https://opensource.org/licenses/BSD-3-Clause
    Eclipse Distribution License 1.0        https://www.eclipse.org/org/documents/edl-v10.php
    Eclipse Public License                  https://www.eclipse.org/legal/epl-2.0/
    GNU General Public License 2
      with the Classpath Exception          https://openjdk.org/legal/gplv2+ce.html
    GNU Lesser General Public License       https://www.gnu.org/licenses/lgpl-2.1.html
    MIT License                             https://opensource.org/license/mit
    SIL Open Font License 1.1               https://openfontlicense.org
    Unicode License                         https://www.unicode.org/license.txt

Programs with windows also contain pictures and names of emoji. Their notices are in coderbased/fx/text/emoji/NOTICE.txt
beside this file. The icons are those of Material Design Icons, https://pictogrammers.com, Apache License 2.0.
